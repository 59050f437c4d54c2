package org.sipsleuth.view.session.page;

/// Where a model comes from that a page is to use.
public enum ModelOrigin {
    /// It was trained in this window, and is not saved.
    TRAINED,
    /// It is kept in the open case.
    CASE
}
