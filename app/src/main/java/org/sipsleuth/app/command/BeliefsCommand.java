package org.sipsleuth.app.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.belief.BeliefChoice;
import org.sipsleuth.app.command.belief.BeliefLines;
import org.sipsleuth.app.command.belief.BeliefRecords;
import org.sipsleuth.app.command.belief.ClassifiedPeriod;
import org.sipsleuth.app.command.input.FilterOption;
import org.sipsleuth.app.command.input.ModelFiles;
import org.sipsleuth.app.command.input.ReadCaptures;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.detection.BeliefMethod;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.setting.SettingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sipsleuth beliefs`: what the traffic of each source is believed to be.
@Command(name = "beliefs",
        description = "Classifies the traffic of each source per period with a Bayesian network (six"
                + " classes), lists the decisive observations, and computes what-if posteriors.",
        footer = {
            "",
            "In text, ! marks an attack above the reporting threshold, ( ) too few messages;",
            "the last column counts the values of a period that is unlike normal traffic.",
            "No class is about stolen accounts, toll fraud, hijacking, teardown or malformed",
            "messages: normal does not rule these out. sipsleuth analyze reports them as incidents.",
            "",
            "Columns of csv and json: source, period, from, to, messages, standing (believed,",
            "contradiction, too_few), class, classes (smallest set with a belief of at least 0.9),",
            "belief, runner_up, runner_up_belief, attack, decisive (leaves without which another",
            "class would lead), the posterior probability of each class, the value of each leaf,",
            "distance (to normal periods), p_value, is_unlike, unlike (values outside their range).",
            "docs/BELIEF.md defines them. Other period lengths or tables need another model:",
            "sipsleuth train belief CAPTURE -o MODEL --set tables=paper --set period=time.",
            "--filter, --from and --to select the periods with a matching message; the beliefs",
            "themselves do not change.",
            "",
            "Examples:",
            "  sipsleuth beliefs incident.pcap",
            "  sipsleuth beliefs incident.pcap --source 203.0.113.66 --without destinations",
            "  sipsleuth beliefs incident.pcap --what-if request-intensity=0.5 --format csv",
            "  sipsleuth beliefs incident.pcap --forgetting 0.3 --model mine.model"})
final class BeliefsCommand implements CommonOptions.Holder {

    private final Terminal terminal;

    private final CommonOptions options = CommonOptions.ofRows();

    private final FilterOption filter = options.filter();

    @Mixin private BeliefChoice choice = new BeliefChoice();

    @Parameters(arity = "1..*", paramLabel = "FILE",
            description = "captures (pcap, pcapng) and text logs") private List<String> files = List.of();

    @Option(names = "--model", paramLabel = "MODEL",
            description = "a model from sipsleuth train belief (default: the bundled model)") private @Nullable String modelFile;

    BeliefsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommonOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Filter> wanted =
                filter.read(terminal, List.of(modelFile == null ? FilterOption.SHIPPED_MODELS : modelFile));
        if (wanted.isEmpty()) {
            return filter.exitCode();
        }
        Optional<BeliefModel> model = model();
        if (model.isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        ReadCaptures<SipIndex> captures = options.captureFiles(terminal).read(files);
        if (captures.content().isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        List<ClassifiedPeriod> periods;
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            SipIndex index = captures.content().get();
            periods = options.opened()
                    .verified(() -> ClassifiedPeriod.of(index, model.get(), choice, listed(wanted.get(), index),
                            progress, progress::report));
        } catch (SettingException wrong) {
            terminal.report(String.valueOf(wrong.getMessage()));
            return ExitCode.WRONG_USAGE;
        }
        new ListingPrinter(terminal, options).print(options.format() == Format.TEXT ? new BeliefLines(periods)
                : new BeliefRecords(periods, timeDigits(captures.content().get())));
        return captures.isComplete() ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }

    /// Which messages are searched for in periods.
    private IntPredicate listed(Filter wanted, SipIndex index) {
        return filter.isGiven() ? filter.run(wanted, index, terminal, options.showsProgress())::contains : _ -> true;
    }

    private static int timeDigits(SipIndex index) {
        return index.files().stream().mapToInt(CaptureSummary::timeDigits).max().orElse(0);
    }

    private Optional<BeliefModel> model() throws IOException {
        Optional<ModelFile> file = modelFile == null ? Optional.of(new BeliefMethod().shipped())
                : new ModelFiles(terminal).read(modelFile);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(BeliefModel.open(file.get()));
        } catch (ModelFormatException unusable) {
            terminal.report(modelFile + ": not usable for beliefs: " + unusable.getMessage());
            return Optional.empty();
        }
    }
}
