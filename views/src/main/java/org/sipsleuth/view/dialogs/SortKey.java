package org.sipsleuth.view.dialogs;

/// One column that the list is sorted by.
record SortKey(DialogColumn column, boolean ascending) {}
