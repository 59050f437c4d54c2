package org.sipsleuth.app.command.simulate;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.simulate.world.CommonSettings;

/// Scenarios and their settings as text for people.
public final class ScenarioText {

    private static final String INDENT = "      ";
    private static final int MOST_COLUMNS = 96;

    private final Writer out;
    private final int columns;

    /// @param columns how wide text may be
    public ScenarioText(Writer out, int columns) {
        this.out = out;
        this.columns = Math.min(columns, MOST_COLUMNS);
    }

    /// Lists scenarios.
    public void list(List<Scenario> scenarios) throws IOException {
        for (Scenario scenario : scenarios) {
            line("  " + scenario.name());
            wrapped(INDENT, scenario.description());
        }
        line("");
        line("The settings of one: sipsleuth simulate NAME --help");
        out.flush();
    }

    /// Tells all of a scenario.
    public void explain(Scenario scenario) throws IOException {
        line("Usage: sipsleuth simulate " + scenario.name() + " [OPTIONS]");
        wrapped("", scenario.description());
        wrapped("", "Source: " + scenario.source());
        List<String> common = CommonSettings.all().stream().map(Setting::name).toList();
        List<Setting> all = Simulation.settings(scenario);
        line("");
        line("Settings (--set NAME=VALUE):");
        settings(all.stream().filter(setting -> !common.contains(setting.name())).toList());
        line("");
        line("Settings of all scenarios:");
        settings(all.stream().filter(setting -> common.contains(setting.name())).toList());
        line("");
        line("The options: sipsleuth simulate --help");
        out.flush();
    }

    private void settings(List<Setting> settings) throws IOException {
        for (Setting setting : settings) {
            String unit = setting.unit().isEmpty() ? "" : " " + setting.unit();
            String standard = setting.standard().isEmpty() ? "" : "=" + setting.standard();
            String values = values(setting);
            String range = values.isEmpty() ? "" : "   (" + values + ")";
            line("  " + setting.name() + standard + unit + range);
            wrapped(INDENT, setting.meaning());
        }
    }

    /// What values a setting takes, in words; empty for any text.
    static String values(Setting setting) {
        return switch (setting.kind()) {
            case Setting.Whole whole -> whole.least() + " to " + whole.most();
            case Setting.Real real -> plain(real.least()) + " to " + plain(real.most());
            case Setting.Choice choice -> String.join(", ", choice.words());
            case Setting.Text _ -> "";
        };
    }

    private static String plain(double number) {
        String text = Double.toString(number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private void wrapped(String indent, String text) throws IOException {
        StringBuilder row = new StringBuilder(indent);
        for (String word : text.split(" ", -1)) {
            boolean first = row.length() == indent.length();
            if (!first && row.length() + 1 + word.length() > columns) {
                line(row.toString());
                row.setLength(indent.length());
                first = true;
            }
            row.append(first ? "" : " ").append(word);
        }
        line(row.toString());
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write('\n');
    }
}
