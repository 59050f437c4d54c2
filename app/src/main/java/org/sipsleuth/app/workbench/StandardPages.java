package org.sipsleuth.app.workbench;

import java.util.List;
import org.sipsleuth.view.belief.BeliefsPage;
import org.sipsleuth.view.sequence.UnknownPage;
import org.sipsleuth.view.session.page.PageFactory;
import org.sipsleuth.view.statistics.StatisticsPage;

/// The pages of the rail below the dialogs, each registered in one line. Rail, keys, help, palette
/// and background work are derived from it.
final class StandardPages {

    private static final List<PageFactory> ALL =
            List.of(
                    UnknownPage::new, // paper 1
                    StatisticsPage::new,
                    BeliefsPage::new); // paper 4

    private StandardPages() {}

    /// All of them, from top to bottom.
    static List<PageFactory> all() {
        return ALL;
    }
}
