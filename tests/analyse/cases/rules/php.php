<?php
class A { public function __get($name) { } }  // -> php/magic-method A.__get
readonly class B { }  // -> php/readonly-class B
#[Attribute] class C { }  // -> php/attribute C
sleep(1);  // -> php/sleep sleep
include $path;  // -> php/computed-include
curl_setopt($c, CURLOPT_SSL_VERIFYPEER, false);  // -> php/unverified-tls curl_setopt
md5($x);  // -> php/broken-hash md5
echo $_GET['x'];  // -> php/request-echoed
include 'x.php'; curl_setopt($c, CURLOPT_SSL_VERIFYPEER, true); hash('sha256', $x); echo $x['x']; $x->sleep(1); unserialize($x, ['allowed_classes' => false]); unserialize(serialize($x));
require_once realpath(__DIR__.'/../x.php'); include dirname(__DIR__);
require realpath($x);  // -> php/computed-include
