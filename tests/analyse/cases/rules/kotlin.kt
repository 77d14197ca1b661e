import java.io.ObjectInputStream
import java.security.MessageDigest
import kotlin.concurrent.thread
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking

sealed interface A  // -> kotlin/sealed A
data class B(val x: Int)  // -> kotlin/data-class B
@JvmInline value class V(val x: Int)  // -> kotlin/value-class V
object O  // -> kotlin/object O
class C(a: A) : A by a {  // -> kotlin/delegation C
    val late by lazy { 1 }  // -> kotlin/delegation C.late | kotlin/lazy C.late
    lateinit var set: String  // -> kotlin/lateinit C.set
    suspend fun wait() {}  // -> kotlin/suspend C.wait
    operator fun plus(other: Int) = 1  // -> kotlin/operator C.plus
    inline fun inlined(f: () -> Unit) {}  // -> kotlin/inline C.inlined
    tailrec fun again() {}  // -> kotlin/tail-recursion C.again
    @Synchronized fun locked() {}  // -> kotlin/synchronized C.locked
    override fun checkServerTrusted(chain: Array<X>, type: String) {}  // -> kotlin/unverified-tls C.checkServerTrusted
    fun f(x: Any?) {
        runBlocking { }  // -> kotlin/run-blocking runBlocking
        launch { }  // -> kotlin/coroutine launch
        thread(start = false) { }  // -> kotlin/threads thread
        Thread.sleep(1)  // -> kotlin/sleep Thread
        synchronized(this) { }  // -> kotlin/synchronized synchronized
        x!!.y  // -> kotlin/not-null C.f
        ObjectInputStream(x)  // -> kotlin/deserialization ObjectInputStream
        MessageDigest.getInstance("MD5")  // -> kotlin/broken-hash MessageDigest
        ProcessBuilder(x)  // -> kotlin/command ProcessBuilder
        MessageDigest.getInstance("SHA-256"); x.sleep(1); Thread.sleep(0L); x.runBlocking { }; x ?: y
    }
}
class D { fun checkServerTrusted(chain: Array<X>) { throw E() } }
