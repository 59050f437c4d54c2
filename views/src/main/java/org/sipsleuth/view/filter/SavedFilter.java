package org.sipsleuth.view.filter;

/// A filter with a name.
record SavedFilter(String name, String text) {}
