enum E { A }  // -> typescript/enum E
function isA(x: any): x is E { return true; }  // -> typescript/type-guard isA
const y = x!.a;  // -> typescript/not-null
const z = x?.a; const f = !x;
