package org.sipsleuth.app.command.model;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.model.Fact;
import org.sipsleuth.model.Facts;
import org.sipsleuth.model.ModelFacts;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.Training;
import org.sipsleuth.model.array.ArrayLayout;
import org.sipsleuth.model.array.ModelArray;
import org.sipsleuth.pipeline.ModelContents;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.Style;
import org.sipsleuth.report.output.VisibleText;

/// What each model was trained on, how, and what it holds, for people.
public final class ModelReport {

    private static final int HEADING_CELLS = 14;

    /// Of longer lists the first and the last values are shown.
    private static final int VALUES_SHOWN = 12;

    private final Terminal terminal;
    private final boolean colour;

    /// @param colour whether it may be coloured
    public ModelReport(Terminal terminal, boolean colour) {
        this.terminal = terminal;
        this.colour = colour;
    }

    /// Writes a paragraph for each model.
    public void write(List<NamedModel> models, Writer writer) throws IOException {
        boolean first = true;
        for (NamedModel named : models) {
            if (!first) {
                writer.write('\n');
            }
            first = false;
            String name = visible(named.file());
            writer.write((colour ? Style.BOLD.paint(name) : name) + "\n");
            write(named.model(), writer);
        }
    }

    private void write(ModelFile model, Writer writer) throws IOException {
        ModelFacts facts = model.modelFacts();
        line(writer, "SHA-256", model.sha256());
        line(writer, "Model", facts.name());
        line(writer, "Method", model.kind() + ", version " + model.version());
        line(writer, "Size", size(model.bytes()));
        write(facts.training(), writer);
        line(writer, "Contents", ModelContents.of(model).sentence().text());
        facts(writer, "Settings", facts.settings());
        facts(writer, "Thresholds", facts.thresholds());
        facts(writer, "Details", facts.details());
        arrays(writer, model.arrays());
    }

    private void write(Training training, Writer writer) throws IOException {
        Training.Origin origin = training.origin();
        line(writer, "Trained", moment(origin.trainedAt()) + " by SipSleuth " + origin.program());
        line(writer, "Trained on", training.description());
        for (Training.Input input : training.inputs()) {
            String content = input.isTable() ? HumanText.count(input.dialogs(), "call")
                    : HumanText.count(input.messages(), "message") + ", " + HumanText.count(input.dialogs(), "dialog");
            line(writer, "", input.file() + ": " + content);
            line(writer, "", "  SHA-256 " + input.sha256());
        }
        facts(writer, "Counts", training.counts());
        line(writer, "Seed", Long.toString(training.seed()));
        if (training.epochs() > 0) {
            line(writer, "Epochs", HumanText.count(training.epochs()));
        }
        line(writer, "Data licence", origin.dataLicence());
    }

    private static String moment(Instant instant) {
        return instant.toString().replace('T', ' ').replace("Z", " UTC");
    }

    private static String size(long bytes) {
        String exact = HumanText.count(bytes, "byte");
        return bytes < 1000 ? exact : HumanText.size(bytes) + " (" + exact + ")";
    }

    private void facts(Writer writer, String heading, Facts facts) throws IOException {
        boolean first = true;
        for (Map.Entry<String, Fact> each : facts.members().entrySet()) {
            fact(writer, first ? heading : "", each.getKey(), each.getValue());
            first = false;
        }
    }

    private void fact(Writer writer, String heading, String name, Fact fact) throws IOException {
        if (fact instanceof Facts facts) {
            String under = heading;
            for (Map.Entry<String, Fact> inner : facts.members().entrySet()) {
                fact(writer, under, name + "." + inner.getKey(), inner.getValue());
                under = "";
            }
        } else {
            line(writer, heading, name + ": " + text(fact));
        }
    }

    private static String text(Fact fact) {
        return switch (fact) {
            case Facts facts -> "(" + HumanText.count(facts.names().size(), "fact") + ")";
            case Fact.Row row -> text(row.values());
            case Fact.Text text -> text.value();
            case Fact.Whole whole -> Long.toString(whole.value());
            case Fact.Real real -> Double.toString(real.value());
            case Fact.Flag flag -> flag.value() ? "yes" : "no";
        };
    }

    private static String text(List<Fact> values) {
        if (values.size() <= VALUES_SHOWN) {
            return values.stream().map(ModelReport::text).collect(Collectors.joining(", "));
        }
        return values.stream().limit(VALUES_SHOWN - 1).map(ModelReport::text).collect(Collectors.joining(", "))
                + ", …, " + text(values.getLast()) + " (" + HumanText.count(values.size()) + ")";
    }

    private void arrays(Writer writer, List<ModelArray> arrays) throws IOException {
        String heading = "Arrays";
        long numbers = 0;
        for (ModelArray array : arrays) {
            ArrayLayout layout = array.layout();
            String shape = layout.shapeText();
            line(writer, heading, "%s: %s, %s".formatted(layout.name(), shape, layout.type().ending()));
            heading = "";
            numbers += layout.size();
        }
        line(writer, "Numbers", HumanText.count(numbers));
    }

    private void line(Writer writer, String heading, String text) throws IOException {
        writer.write("  " + heading + " ".repeat(HEADING_CELLS - heading.length()));
        writer.write(visible(text) + "\n");
    }

    private String visible(String text) {
        String plain = terminal.isUnicode() ? text : text.replace("…", "...").replace(" × ", " x ");
        return VisibleText.of(plain, terminal.isUnicode());
    }
}
