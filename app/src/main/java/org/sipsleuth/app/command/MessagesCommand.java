package org.sipsleuth.app.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sipsleuth.app.command.input.FilterOption;
import org.sipsleuth.app.command.input.ModelOption;
import org.sipsleuth.app.command.listing.ChosenRows;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sipsleuth messages`: a row per SIP message.
@Command(name = "messages", description = "Lists all SIP messages in order of time, one row per message.",
        footer = {
            "",
            "Columns of csv and json: frame, time, src_ip, src_port, dst_ip, dst_port, transport,",
            "method, status, reason, call_id, cseq, cseq_method, from_uri, from_tag, to_uri,",
            "to_tag, branch, retransmission, defects, file. frame counts from 1 as Wireshark does;",
            "time is in seconds since the epoch; method is empty in a response, status and reason",
            "in a request.",
            "",
            "Examples:",
            "  sipsleuth messages call.pcap",
            "  sipsleuth messages --format csv call.pcap > messages.csv",
            "  sipsleuth messages --filter 'sip.Status-Code >= 400' call.pcap",
            "  sipsleuth messages --format json *.pcap | jq '.[] | select(.status >= 400)'"})
final class MessagesCommand implements CommonOptions.Holder {

    private final Terminal terminal;

    private final CommonOptions options = CommonOptions.ofRows();

    private final FilterOption filter = options.filter();

    @Mixin private ModelOption model = new ModelOption();

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
        Optional<Filter> wanted = filter.read(terminal, model.names());
        return wanted.isEmpty() ? filter.exitCode()
                : new ListingPrinter(terminal, options).print(files, index -> listing(index, wanted.get()));
    }

    private Listing listing(SipIndex index, Filter wanted) {
        Listing all = options.format() == Format.TEXT ? new MessageLines(index) : new MessageRecords(index);
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
