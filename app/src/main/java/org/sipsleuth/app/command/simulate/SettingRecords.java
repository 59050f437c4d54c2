package org.sipsleuth.app.command.simulate;

import java.util.List;
import org.sipsleuth.app.command.listing.ListedRows;
import org.sipsleuth.report.output.SettingText;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;

/// A row per setting of a scenario.
public final class SettingRecords extends ListedRows<Setting> {

    private static final List<Column> COLUMNS = List.of(Column.text("setting"), Column.text("default"),
            Column.text("unit"), Column.text("values"), Column.text("meaning"));

    public SettingRecords(Scenario scenario) {
        super(COLUMNS, Simulation.settings(scenario));
    }

    @Override
    protected String[] cells(Setting setting) {
        return new String[]{
            setting.name(),
            setting.standard(),
            setting.unit(),
            SettingText.values(setting),
            setting.meaning()};
    }
}
