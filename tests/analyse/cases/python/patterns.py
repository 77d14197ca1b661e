"""Each line in which a rule finds something is marked with the rule and its subject."""

import abc
import abc as a
import attr
import attrs
import dataclasses
import enum
import functools
import typing as t
import unittest
from abc import ABC, ABCMeta
from collections import namedtuple
from contextlib import asynccontextmanager, contextmanager as cm
from dataclasses import dataclass as dc
from functools import singledispatch, wraps
from typing import Generic, NamedTuple, Protocol, TypedDict, TypeVar, overload

import pytest


class Base(ABC): ...  # -> python/abstract-base-class Base
class Other(a.ABC): ...  # -> python/abstract-base-class Other
class Third(metaclass=ABCMeta): ...  # -> python/abstract-base-class Third # -> python/metaclass Third
class Concrete(Base): ...


@dc  # -> python/dataclass Point
class Point:
    x: int


@dataclasses.dataclass(frozen=True)  # -> python/dataclass Frozen
class Frozen:
    x: int


@attr.s(auto_attribs=True)  # -> python/attrs-class Old
class Old: ...


@attrs.define  # -> python/attrs-class New
class New: ...


class Colour(enum.Enum):  # -> python/enumeration Colour
    RED = 1


class Named(str, enum.Enum): ...  # -> python/enumeration Named
class Derived(Named): ...  # -> python/enumeration Derived
class Sized(Protocol): ...  # -> python/protocol Sized
T = TypeVar("T")
class Box(Protocol[T]): ...  # -> python/protocol Box
class Pair(NamedTuple): ...  # -> python/named-tuple Pair
Triple = namedtuple("Triple", "a b c")  # -> python/named-tuple collections.namedtuple
class Movie(TypedDict, total=False): ...  # -> python/typed-dict Movie
class Sequel(Movie): ...  # -> python/typed-dict Sequel


@cm  # -> python/context-manager opened
def opened():
    yield 1  # -> python/generator opened
    yield 2


@asynccontextmanager  # -> python/context-manager served
async def served():  # -> python/async served
    yield  # -> python/generator served


class Lock:
    def __exit__(self, *_): ...  # -> python/context-manager Lock
    def __enter__(self): ...


class AsyncLock:
    async def __aenter__(self): ...  # -> python/async AsyncLock.__aenter__  # -> python/context-manager AsyncLock
    async def __aexit__(self, *_): ...  # -> python/async AsyncLock.__aexit__


def traced(function):
    @wraps(function)  # -> python/decorator traced
    def wrapper(*args):
        return function(*args)

    return wrapper


def typed(function):
    if not function:
        return function

    @wraps(function)  # -> python/decorator typed
    def wrapper(): ...

    return typing.cast(Typed, wrapper)


def delegating():
    yield from ()  # -> python/generator delegating


class Shape:
    @property  # -> python/property Shape.area
    def area(self): ...

    @area.setter
    def area(self, value): ...

    @functools.cached_property  # -> python/cache Shape.once # -> python/property Shape.once
    def once(self): ...


class Field:
    def __get__(self, instance, owner): ...  # -> python/descriptor Field
    def __set__(self, instance, value): ...


class Countdown:
    def __iter__(self): ...  # -> python/iterator Countdown
    def __next__(self): ...


class Ticker:
    def __aiter__(self): ...  # -> python/iterator Ticker
    async def __anext__(self): ...  # -> python/async Ticker.__anext__


@singledispatch  # -> python/single-dispatch shown
def shown(value): ...


@overload  # -> python/overload twice
def twice(x: int) -> int: ...
@overload
def twice(x: str) -> str: ...
def twice(x): ...


class AppError(Exception): ...  # -> python/exception AppError
class DeepError(AppError, KeyError): ...  # -> python/exception DeepError


@pytest.fixture(scope="session")  # -> python/test-fixture database
def database(): ...


class Case(unittest.TestCase):
    def setUp(self): ...  # -> python/test-fixture Case


class Stack(Generic[T]): ...  # -> python/generic Stack
class NewStack[U]: ...  # -> python/generic NewStack
def first[U](values: list[U]) -> U: ...  # -> python/generic first
class Meta(type): ...  # -> python/metaclass Meta
class Made(metaclass=Meta): ...  # -> python/metaclass Made


class Small:
    __slots__ = ("x", "y")  # -> python/slots Small
