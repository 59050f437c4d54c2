package org.sipsleuth.view.dialogs.table.query;

import java.util.Optional;

/// The answer to a query.
///
/// @param rows the dialogs, in order
/// @param groups how they are grouped, if that was asked for; then `rows` are in their
///     order
public record Found(IntRows rows, Optional<RowGroups> groups) {}
