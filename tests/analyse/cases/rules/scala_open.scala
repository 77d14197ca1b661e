import other._
object A { Thread.sleep(1) }
