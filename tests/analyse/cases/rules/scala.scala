import java.io.ObjectInputStream
import java.security.MessageDigest
import scala.annotation.tailrec
import scala.concurrent.{Await, Future}

sealed trait A  // -> scala/sealed A
case class B(x: Int)  // -> scala/case-class B
given ord: Ord[Int] = x  // -> scala/given ord
opaque type T = Int  // -> scala/opaque-type T
extension (a: Int) def twice = 2  // -> scala/extension
class C {
  implicit def convert(a: Int): String = a  // -> scala/implicit C.convert
  def m(x: Int): Int = macro impl  // -> scala/macro C.m
  lazy val late = 1  // -> scala/lazy C.late
  @tailrec final def again(a: Int): Int = again(a)  // -> scala/tail-recursion C.again
  inline def inlined(a: Int) = 1  // -> scala/inline C.inlined
  def f(x: Any) = {
    Await.result(x, d)  // -> scala/await Await
    Future { 1 }  // -> scala/future Future
    synchronized { 1 }  // -> scala/synchronized C.f
    Thread.sleep(1)  // -> scala/sleep Thread
    x.asInstanceOf[Int]  // -> scala/cast C.f
    new ObjectInputStream(x)  // -> scala/deserialization ObjectInputStream
    MessageDigest.getInstance("MD5")  // -> scala/broken-hash MessageDigest
    x.isInstanceOf[Int]; other.result(x); MessageDigest.getInstance("SHA-256")
  }
}
