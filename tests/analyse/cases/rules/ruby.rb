class A
  include Enumerable  # -> ruby/enumerable A
  include Comparable  # -> ruby/comparable A
end
class B < StandardError; end  # -> ruby/exception B
define_method(:a) { 1 }  # -> ruby/method-defined-when-run a
Mutex.new  # -> ruby/mutex Mutex
eval(text)  # -> ruby/eval eval
x.instance_eval("text")  # -> ruby/eval
system("ls #{x}")  # -> ruby/shell system
Digest::MD5.hexdigest(x)  # -> ruby/broken-hash
http.verify_mode = OpenSSL::SSL::VERIFY_NONE  # -> ruby/unverified-tls
http.verify_mode = OpenSSL::SSL::VERIFY_PEER; system("ls", x); x.instance_eval { 1 }; Digest::SHA256.hexdigest(x); x.eval(y); Marshal.load(Marshal.dump(x)); Monitor.new("cpu")
