module m
  common /blk/ a, b  ! -> fortran/common-block
  equivalence (a, b)  ! -> fortran/equivalence
  type, abstract :: t  ! -> fortran/abstract-type m.t
  end type
  type, extends(t) :: u  ! -> fortran/extended-type m.u
  contains
    final :: ended  ! -> fortran/finaliser ended
  end type
contains
  elemental function f(x) result(y)  ! -> fortran/elemental m.f
  end function
  pure function p(x) result(y)
  end function
  subroutine s() bind(c)  ! -> fortran/c-binding m.s
    goto 10  ! -> fortran/goto m.s
10  continue
    if (x) 10, 20, 30  ! -> fortran/arithmetic-if m.s
20  continue
30  continue
    do concurrent (i = 1:n)  ! -> fortran/concurrent m.s
    end do
    do i = 1, n
      allocate(v(n))  ! -> fortran/allocation-in-loop m.s
    end do
    sync all  ! -> fortran/coarray m.s
    call execute_command_line(text)  ! -> fortran/shell m.s
    call system_clock(x)
    !$omp parallel do  ! -> fortran/openmp m.s
    !$acc kernels  ! -> fortran/openacc m.s
    !$omp end parallel do
  end subroutine
end module
submodule (m) part  ! -> fortran/submodule part
end submodule
