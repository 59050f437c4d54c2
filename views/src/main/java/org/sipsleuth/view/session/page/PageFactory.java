package org.sipsleuth.view.session.page;

/// Makes a page; the line by which it is registered.
@FunctionalInterface
public interface PageFactory {

    /// Makes it, once for each window.
    Page create(Workplace place);
}
