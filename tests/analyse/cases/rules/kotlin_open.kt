import other.*

fun f() { Thread.sleep(1); synchronized(this) { }; ProcessBuilder(x); val a by lazy(x) }  // -> kotlin/delegation a
