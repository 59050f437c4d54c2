package org.sipsleuth.view.session.page;

import org.sipsleuth.finding.MethodTexts;

/// The page of a method, which has its texts in a bundle of its own: `page.name` and `page.show`.
public interface MethodPage extends Page {

    /// The texts beside its class.
    MethodTexts texts();

    @Override
    default String name() {
        return texts().text("page.name");
    }

    @Override
    default String showText() {
        return texts().text("page.show");
    }
}
