local ffi = require("ffi")
function f(...)  -- -> lua/variadic f
  setmetatable(a, b)  -- -> lua/metatable setmetatable
  pcall(g)  -- -> lua/protected-call pcall
  coroutine.wrap(g)  -- -> lua/coroutine coroutine
  for i = 1, 2 do
    s = s .. i  -- -> lua/concatenation-in-loop f
    s = other .. i
  end
  ffi.cdef("int x;")  -- -> lua/ffi ffi
  load(text)  -- -> lua/load load
  os.execute(text)  -- -> lua/shell os
  io.popen(text)  -- -> lua/shell io
  os.tmpname()  -- -> lua/temporary-name os
  ngx.md5(text)  -- -> lua/broken-hash ngx
end
local s = s .. "x"; os.time(); os.execute(); t.load(x); t:execute(x)
