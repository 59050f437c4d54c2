package org.sipsleuth.app.command.simulate;

import java.util.List;
import org.sipsleuth.app.command.listing.Listing;
import org.sipsleuth.app.command.output.Column;
import org.sipsleuth.simulate.scenario.Scenario;

/// A row per scenario.
public final class ScenarioRecords implements Listing {

    private final List<Scenario> scenarios;

    public ScenarioRecords(List<Scenario> scenarios) {
        this.scenarios = List.copyOf(scenarios);
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.text("scenario"), Column.text("description"), Column.text("source"));
    }

    @Override
    public int size() {
        return scenarios.size();
    }

    @Override
    public String[] row(int row) {
        Scenario scenario = scenarios.get(row);
        return new String[] {scenario.name(), scenario.description(), scenario.source()};
    }
}
