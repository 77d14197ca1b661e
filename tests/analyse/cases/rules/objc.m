@interface A (Extra)  // -> objc/category A
@end
@implementation A
- (void)f {
    objc_setAssociatedObject(a, b, c, d);  // -> objc/associated-object objc_setAssociatedObject
    method_exchangeImplementations(a, b);  // -> objc/swizzling method_exchangeImplementations
    [o addObserver:self forKeyPath:k options:1 context:nil];  // -> objc/observer A.f
    dispatch_async(q, block);  // -> objc/dispatch dispatch_async
    dispatch_sync(q, block);  // -> objc/dispatch dispatch_sync
    dispatch_once(&once, block);  // -> objc/once dispatch_once
    @synchronized(self) { }  // -> objc/synchronized A.f
    [NSKeyedUnarchiver unarchiveObjectWithData:d];  // -> objc/deserialization A.f
    policy.allowInvalidCertificates = YES;  // -> objc/unverified-tls A.f
    policy.allowInvalidCertificates = NO; [o addObserver:self]; [o dispatch_async];
}
@end
