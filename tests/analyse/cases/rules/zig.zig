const U = union(enum) { a, b };  // -> zig/tagged-union U
const S = packed struct { a: u1 };  // -> zig/packed S
fn f(comptime T: type) !void {  // -> zig/generic f
    defer x();  // -> zig/defer f
    errdefer x();  // -> zig/errdefer f
    comptime assert(y);  // -> zig/comptime f
    const v: @Vector(4, u8) = z;  // -> zig/simd f
    const l = @atomicLoad(u8, p, .acquire);  // -> zig/atomic f
    asm volatile ("nop");  // -> zig/inline-assembly f
    const q: *u8 = @ptrCast(p);  // -> zig/pointer-cast f
    g() catch unreachable;  // -> zig/unreachable f
    const n = a.?.b;  // -> zig/not-null f
    @setRuntimeSafety(false);  // -> zig/unchecked f
    @setRuntimeSafety(true);
    g() catch return; const w = @intCast(a); const o = a orelse b;
}
