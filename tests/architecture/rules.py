"""The rules of the house that import-linter cannot see, read off the source text.

Each rule takes the folder of the package and answers with its breaches, ``file:line`` and what is wrong.
"""

import ast
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from PySide6 import QtCore, QtGui, QtNetwork, QtPrintSupport, QtSvg, QtWidgets

Rule = Callable[[Path], Iterator[str]]

NAMELESS = {"base", "common", "helper", "helpers", "manager", "managers", "misc", "util", "utils"}
ROWS = {"CursorResult", "MappingResult", "Result", "Row", "RowMapping", "ScalarResult"}


def files_of(package: Path, floor: str = "") -> Iterator[tuple[Path, ast.Module]]:
    """The modules of a floor, parsed."""
    for file in sorted((package / floor).rglob("*.py")):
        yield file, _parsed(file.read_text(encoding="utf-8"))


def folder_has_init(package: Path) -> Iterator[str]:
    """Every folder of the package is a package."""
    for folder in sorted(path for path in package.rglob("*") if path.is_dir()):
        of_a_tool = any(part.startswith((".", "__")) for part in folder.relative_to(package).parts)
        if not of_a_tool and not (folder / "__init__.py").is_file():
            yield f"{folder}: no __init__.py"


def init_is_docstring(package: Path) -> Iterator[str]:
    """Every ``__init__.py`` holds its docstring and nothing else."""
    for file, tree in files_of(package):
        if file.name == "__init__.py" and not (ast.get_docstring(tree) and len(tree.body) == 1):
            yield f"{file}:1 not a docstring alone"


def name_says_something(package: Path) -> Iterator[str]:
    """No module is called utils, helpers, common, misc, manager or base."""
    for path in sorted(package.rglob("*")):
        if path.stem in NAMELESS and (path.is_dir() or path.suffix == ".py"):
            yield f"{path}: says nothing"


def foundation_is_plain(package: Path) -> Iterator[str]:
    """The foundation imports the standard library and itself."""
    for file, tree in files_of(package, "foundation"):
        for node in ast.walk(tree):
            for name in _imported(node):
                if name.partition(".")[0] not in sys.stdlib_module_names | {"frontdesk"}:
                    yield f"{file}:{_line(node)} {name} is not of the standard library"


def pandas_inside_functions(package: Path) -> Iterator[str]:
    """Who needs pandas imports it then: it costs a second that no start should wait for."""
    for file, tree in files_of(package):
        for node in _run_on_import(tree):
            if any(name.partition(".")[0] == "pandas" for name in _imported(node)):
                yield f"{file}:{_line(node)} pandas outside a function"


def camel_case_is_qts(package: Path) -> Iterator[str]:
    """A method is written in camelCase only where Qt's own is overridden."""
    places = [package / "ui", package / "reports"]
    for file, tree in (parsed for place in places for parsed in files_of(place)):
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name != node.name.lower() and node.name not in _QTS:
                yield f"{file}:{node.lineno} {node.name} is not Qt's"


def rows_stay_in_storage(package: Path) -> Iterator[str]:
    """What the storage gives away holds no database rows: no public function promises one."""
    for file, tree in files_of(package, "storage"):
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and node.returns:
                words = {part.id for part in ast.walk(node.returns) if isinstance(part, ast.Name)}
                if words & ROWS:
                    yield f"{file}:{node.lineno} {node.name} gives rows away"


def domain_is_frozen(package: Path) -> Iterator[str]:
    """The domain's dataclasses are frozen."""
    for file, tree in files_of(package, "domain"):
        for node in ast.walk(tree):
            for mark in node.decorator_list if isinstance(node, ast.ClassDef) else []:
                said = ast.unparse(mark)
                if "dataclass" in said and "frozen=True" not in said:
                    yield f"{file}:{mark.lineno} {said} is not frozen"


RULES: tuple[Rule, ...] = (
    folder_has_init,
    init_is_docstring,
    name_says_something,
    foundation_is_plain,
    pandas_inside_functions,
    camel_case_is_qts,
    rows_stay_in_storage,
    domain_is_frozen,
)


@cache
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return []


def _line(node: ast.AST) -> int:
    return getattr(node, "lineno", 0)


def _run_on_import(node: ast.AST) -> Iterator[ast.AST]:
    """What runs when the module is imported: all but functions, and what only the type checker reads."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield child
            yield from _run_on_import(child)


def _qt_names() -> frozenset[str]:
    modules = (QtCore, QtGui, QtWidgets, QtPrintSupport, QtNetwork, QtSvg)
    classes = (getattr(module, name) for module in modules for name in dir(module))
    return frozenset(name for cls in classes if isinstance(cls, type) for name in dir(cls))


_QTS = _qt_names()
