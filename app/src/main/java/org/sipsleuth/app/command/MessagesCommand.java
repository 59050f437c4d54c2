package org.sipsleuth.app.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.sipsleuth.app.command.input.FilterOption;
import org.sipsleuth.app.command.input.ModelOption;
import org.sipsleuth.app.command.listing.ChosenRows;
import org.sipsleuth.app.command.listing.HeaderColumns;
import org.sipsleuth.app.command.listing.MessageLines;
import org.sipsleuth.app.command.listing.MessageRecords;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.MessageSet;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.report.rows.Listing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sipsleuth messages`: a row per SIP message.
@Command(name = "messages", description = "Lists all SIP messages in order of time, one row per message.",
        footer = {
            "",
            "Columns of csv and json: frame, time, src_ip, src_port, dst_ip, dst_port, transport,",
            "method, status, reason, call_id, cseq, cseq_method, from_uri, from_tag, to_uri,",
            "to_tag, branch, retransmission, defects, file. frame counts from 1 as Wireshark does;",
            "time is in seconds since the epoch; method is empty in a response, status and reason",
            "in a request. --header NAME appends a column header:NAME with the values of this header",
            "field.",
            "",
            "Examples:",
            "  sipsleuth messages call.pcap",
            "  sipsleuth messages --format csv call.pcap > messages.csv",
            "  sipsleuth messages --filter 'sip.Status-Code >= 400' call.pcap",
            "  sipsleuth messages --header User-Agent,Contact --format csv call.pcap",
            "  sipsleuth messages --format json *.pcap | jq '.[] | select(.status >= 400)'"})
final class MessagesCommand implements CommonOptions.Holder {

    /// A name of RFC 3261, section 25.1.
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9.!%*_+`'~-]{1,200}");

    private final Terminal terminal;

    private final CommonOptions options = CommonOptions.ofRows();

    private final FilterOption filter = options.filter();

    @Mixin private ModelOption model = new ModelOption();

    @Option(names = "--header", split = ",", paramLabel = "NAME",
            description = "append a column with this header field, such as Contact; several are separated"
                    + " by commas") private List<String> headers = List.of();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--whole-dialogs",
            description = {
                "with --filter: list all messages of dialogs with a matching message, not only"
                        + " the matching messages"}) private boolean wholeDialogs;

    @Parameters(arity = "1..*", paramLabel = "FILE",
            description = "captures (pcap, pcapng) and text logs") private List<String> files = List.of();

    MessagesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommonOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        List<String> names = headers.stream().map(this::header).toList();
        Optional<Filter> wanted = filter.read(terminal, model.names());
        return wanted.isEmpty() ? filter.exitCode()
                : new ListingPrinter(terminal, options).print(files, index -> listing(index, wanted.get(), names));
    }

    private String header(String name) {
        String asked = name.strip();
        if (!TOKEN.matcher(asked).matches()) {
            throw new ParameterException(spec.commandLine(), "not the name of a header field: " + name);
        }
        return asked;
    }

    private Listing listing(SipIndex index, Filter wanted, List<String> names) {
        Listing own = options.format() == Format.TEXT ? new MessageLines(index) : new MessageRecords(index);
        Listing all = names.isEmpty() ? own : new HeaderColumns(own, index, names);
        return filter.isGiven() ? new ChosenRows(all, messages(index, wanted)) : all;
    }

    private IntStream messages(SipIndex index, Filter wanted) {
        MessageSet found = filter.run(wanted, index, terminal, options.showsProgress());
        return wholeDialogs
                ? IntStream.range(0, index.messages().size())
                        .filter(message -> found.containsDialog(index.messages().dialog(message)))
                : found.messages();
    }
}
