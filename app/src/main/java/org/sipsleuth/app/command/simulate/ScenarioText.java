package org.sipsleuth.app.command.simulate;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.sipsleuth.report.output.SettingText;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.simulate.world.CommonSettings;

/// Scenarios and their settings as text for people.
public final class ScenarioText {

    private static final String INDENT = "      ";

    private final Writer out;
    private final SettingText text;

    /// @param columns how wide text may be
    public ScenarioText(Writer out, int columns) {
        this.out = out;
        this.text = new SettingText(out, columns);
    }

    /// Lists scenarios.
    ///
    /// @param faults takes those of single ones
    public void list(List<Scenario> scenarios, FaultSink faults) throws IOException {
        for (Scenario scenario : scenarios) {
            text.part("scenario", "  ", faults, () -> {
                text.line("  " + scenario.name());
                text.wrapped(INDENT, scenario.description());
            });
        }
        text.line("");
        text.line("Settings of a scenario: sipsleuth simulate NAME --help");
        out.flush();
    }

    /// Describes a scenario in full.
    public void explain(Scenario scenario) throws IOException {
        text.line("Usage: sipsleuth simulate " + scenario.name() + " [OPTIONS]");
        text.wrapped("", scenario.description());
        text.wrapped("", "Source: " + scenario.source());
        List<String> common = CommonSettings.all().stream().map(Setting::name).toList();
        List<Setting> all = Simulation.settings(scenario);
        text.line("");
        text.line("Settings (--set NAME=VALUE):");
        text.settings(all.stream().filter(setting -> !common.contains(setting.name())).toList());
        text.line("");
        text.line("Settings common to all scenarios:");
        text.settings(all.stream().filter(setting -> common.contains(setting.name())).toList());
        text.line("");
        text.line("Options: sipsleuth simulate --help");
        out.flush();
    }
}
