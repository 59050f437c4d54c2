package org.sipsleuth.filter.syntax;

import org.jspecify.annotations.Nullable;

/// A value of a set, or all from one to another.
///
/// @param to the last one, which belongs to it; null for a single value
public record SetElement(Operand from, @Nullable Operand to) {}
