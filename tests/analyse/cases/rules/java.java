import java.io.ObjectInputStream;
import java.security.MessageDigest;
import java.util.concurrent.Executors;
import javax.crypto.Cipher;

class A {
    volatile int x;  // -> java/volatile A.x
    native void n();  // -> java/native A.n
    public void checkServerTrusted(X[] chain, String type) { }  // -> java/unverified-tls A.checkServerTrusted
    void f(Thread t, Executors e) {
        new Thread(r);  // -> java/threads Thread
        Executors.newFixedThreadPool(2);  // -> java/thread-pool Executors
        Thread.sleep(0L); Thread.sleep(1);  // -> java/sleep Thread
        list.parallelStream();  // -> java/parallel-stream A.f
        for (int i = 0; i < 2; i++) { text += "a"; }  // -> java/concatenation-in-loop A.f
        MessageDigest.getInstance("MD5");  // -> java/broken-hash MessageDigest
        Cipher.getInstance("AES/ECB/PKCS5Padding");  // -> java/weak-cipher Cipher
        new ProcessBuilder(c);  // -> java/command ProcessBuilder
        Runtime.getRuntime().exec(c);  // -> java/command Runtime
        connection.setHostnameVerifier((host, session) -> true);  // -> java/unverified-tls A.f
        statement.executeQuery("SELECT a FROM b WHERE c = " + value);  // -> java/sql A.f
        for (int i = 0; i < 2; i++) { sum += 1; } Cipher.getInstance("AES/GCM/NoPadding"); Cipher.getInstance("RSA/ECB/PKCS1Padding"); executors.newFixedThreadPool(2);
        statement.executeQuery("SELECT a FROM b WHERE c = " + TABLE); statement.executeQuery("SELECT 1"); MessageDigest.getInstance("SHA-256");
    }
    static class Checked { public void checkServerTrusted(X[] chain, String type) { check(chain); } }
}
