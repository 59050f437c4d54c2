package org.sipsleuth.view.dialogs.rows;

/// One column that the list is sorted by.
public record SortKey(DialogColumn column, boolean ascending) {}
