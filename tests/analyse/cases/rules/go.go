package p

import (
	"crypto/des"
	"crypto/md5"
	"crypto/sha256"
	"sync"
	"time"
)

type A struct {
	mu sync.Mutex  // -> go/mutex A.mu
	wg sync.WaitGroup
}

var pool = sync.Pool{}  // -> go/pool sync.Pool

func f() {
	time.Sleep(1)  // -> go/sleep time.Sleep
	md5.New()  // -> go/broken-hash md5.New
	des.NewCipher(k)  // -> go/weak-cipher des.NewCipher
	sha256.New(); mine.Sleep(1)
}
