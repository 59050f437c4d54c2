package org.sipsleuth.app.command.simulate;

import java.util.List;
import org.sipsleuth.app.command.listing.ListedRows;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.simulate.scenario.Scenario;

/// A row per scenario.
public final class ScenarioRecords extends ListedRows<Scenario> {

    private static final List<Column> COLUMNS =
            List.of(Column.text("scenario"), Column.text("description"), Column.text("source"));

    public ScenarioRecords(List<Scenario> scenarios) {
        super(COLUMNS, scenarios);
    }

    @Override
    protected String[] cells(Scenario scenario) {
        return new String[]{scenario.name(), scenario.description(), scenario.source()};
    }
}
