"""Which files the imports of Protocol Buffers lead to."""

import pytest

from tests.relate.conftest import Analyse
from tests.relate.resolving import resolve_in

TREE = {
    "api/shop/v1/cart.proto": "",
    "src/google/protobuf/any.proto": "",
    "python/google/protobuf/any.proto": "",
    "one/common.proto": "",
    "two/common.proto": "",
    "two/x_common.proto": "",
}

CASES = [
    ("x.proto", "shop/v1/cart.proto", "api/shop/v1/cart.proto"),
    ("api/shop/v1/x.proto", "cart.proto", "api/shop/v1/cart.proto"),
    ("src/google/protobuf/x.proto", "google/protobuf/any.proto", "src/google/protobuf/any.proto"),
    ("two/deep/x.proto", "common.proto", "two/common.proto"),
    ("x.proto", "common.proto", "not found"),
    ("x.proto", "google/protobuf/any.proto", "not found"),
    ("x.proto", "google/protobuf/timestamp.proto", "standard library"),
    ("x.proto", "google/api/http.proto", "third party"),
    ("x.proto", "v2/cart.proto", "third party"),
    ("x.proto", "", "third party"),
]


@pytest.mark.parametrize(("name", "module", "expected"), CASES)
def test_an_import_leads_to_the_one_file_of_that_name_or_below_its_own_root(
    analyse: Analyse, name: str, module: str, expected: str
) -> None:
    assert resolve_in(analyse, TREE, name, f'import "{module}";') == [expected]
