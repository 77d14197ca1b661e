static class A {
    [DllImport("x")] static extern int Native();  // -> csharp/foreign-functions A.Native
    static int Twice(this int a) => 2 * a;  // -> csharp/extension A.Twice
    unsafe void Raw() { }  // -> csharp/unsafe A.Raw
    void F(Thread thread) {
        using (a) { }  // -> csharp/using A.F
        Thread.Sleep(0); Thread.Sleep(1);  // -> csharp/sleep Thread
        Parallel.ForEach(a, b);  // -> csharp/parallel Parallel
        var f = new BinaryFormatter();  // -> csharp/deserialization BinaryFormatter
        MD5 md5 = MD5.Create();  // -> csharp/broken-hash MD5
        handler.ServerCertificateCustomValidationCallback = (a, b, c, d) => true;  // -> csharp/unverified-tls A.F
        SHA256.Create(); handler.Callback = a => true; Task.Delay(1); new Formatter();
    }
}
