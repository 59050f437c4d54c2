package org.sipsleuth.app.command.simulate;

import java.util.List;
import org.sipsleuth.app.command.listing.Listing;
import org.sipsleuth.app.command.output.Column;
import org.sipsleuth.app.command.output.SettingText;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;

/// A row per setting of a scenario.
public final class SettingRecords implements Listing {

    private final List<Setting> settings;

    public SettingRecords(Scenario scenario) {
        settings = Simulation.settings(scenario);
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("setting"),
                Column.text("default"),
                Column.text("unit"),
                Column.text("values"),
                Column.text("meaning"));
    }

    @Override
    public int size() {
        return settings.size();
    }

    @Override
    public String[] row(int row) {
        Setting setting = settings.get(row);
        return new String[] {
            setting.name(),
            setting.standard(),
            setting.unit(),
            SettingText.values(setting),
            setting.meaning()
        };
    }
}
