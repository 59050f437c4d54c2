package org.sipsleuth.view.filter;

/// A filter that somebody gave a name.
record SavedFilter(String name, String text) {}
