package org.sipsleuth.app.workbench;

import java.util.List;
import org.sipsleuth.view.belief.BeliefsPage;
import org.sipsleuth.view.casefile.CasePage;
import org.sipsleuth.view.edge.EdgePage;
import org.sipsleuth.view.flood.FloodsPage;
import org.sipsleuth.view.incident.OverviewPage;
import org.sipsleuth.view.ngram.AnomaliesPage;
import org.sipsleuth.view.sequence.UnknownPage;
import org.sipsleuth.view.session.page.PageFactory;
import org.sipsleuth.view.social.SocialPage;
import org.sipsleuth.view.statistics.StatisticsPage;
import org.sipsleuth.view.triage.TriagePage;

/// The pages of the rail but the dialogs, each registered in one line: first that of every capture,
/// then those below the dialogs. Rail, keys, help, palette and background work are derived from it.
final class StandardPages {

    private static final List<PageFactory> ALL = List.of(OverviewPage::new, UnknownPage::new, // paper 1
            FloodsPage::new, // paper 2
            AnomaliesPage::new, // paper 3
            StatisticsPage::new, BeliefsPage::new, // paper 4
            SocialPage::new, // paper 5
            TriagePage::new, EdgePage::new, // paper 3
            CasePage::new);

    private StandardPages() {}

    /// All of them, from top to bottom.
    static List<PageFactory> all() {
        return ALL;
    }
}
