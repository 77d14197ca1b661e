extension A: B { }  // -> swift/extension A
protocol P { associatedtype T }  // -> swift/associated-type P
@propertyWrapper struct W { }  // -> swift/property-wrapper W
@resultBuilder enum R { }  // -> swift/result-builder R
actor Q { }  // -> swift/actor Q
struct S: @unchecked Sendable { }  // -> swift/unchecked-sendable S
class C {
    lazy var late = 1  // -> swift/lazy C.late
    weak var other: C?  // -> swift/weak C.other
    @inlinable func inlined() { }  // -> swift/inlinable C.inlined
    func f(p: UnsafePointer<Int>) async {  // -> swift/unsafe UnsafePointer | swift/async C.f
        try! g()  // -> swift/forced-try C.f
        x as! B  // -> swift/forced-cast C.f
        y!.z  // -> swift/forced-unwrap C.f
        unsafeBitCast(p, to: B.self)  // -> swift/unsafe unsafeBitCast
        Insecure.MD5.hash(data: d)  // -> swift/broken-hash Insecure
        NSKeyedUnarchiver.unarchiveObject(with: d)  // -> swift/deserialization NSKeyedUnarchiver
        Thread.sleep(forTimeInterval: 1)  // -> swift/sleep Thread
        DispatchQueue.main.sync { }  // -> swift/dispatch-sync DispatchQueue
        try? g(); x as? B; DispatchQueue.main.async { }; !flag
    }
}
