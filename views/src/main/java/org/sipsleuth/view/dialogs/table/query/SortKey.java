package org.sipsleuth.view.dialogs.table.query;

/// One column that the list is sorted by.
public record SortKey(DialogColumn column, boolean ascending) {}
