package org.sipsleuth.app.command;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sipsleuth.app.command.input.FilterOption;
import org.sipsleuth.app.command.input.ModelOption;
import org.sipsleuth.app.command.listing.ListedRows;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.report.rows.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `sipsleuth transports`: the example of docs/ADDING-A-COMMAND.md.
@Command(name = "transports", description = "Counts SIP messages by transport.",
        footer = {
            "",
            "Columns of csv and json: transport, messages.",
            "",
            "Examples:",
            "  sipsleuth transports call.pcap"})
final class TransportsCommand implements CommonOptions.Holder {

    private final Terminal terminal;

    private final CommonOptions options = CommonOptions.ofRows();

    private final FilterOption filter = options.filter();

    @Mixin private ModelOption model = new ModelOption();

    @Parameters(arity = "1..*", paramLabel = "FILE",
            description = "captures (pcap, pcapng)") private List<String> files = List.of();

    TransportsCommand(Terminal terminal) {
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
                : new ListingPrinter(terminal, options).print(files, index -> new Rows(counts(index, wanted.get())));
    }

    private Map<Transport, Integer> counts(SipIndex index, Filter wanted) {
        IntStream messages = filter.isGiven() ? filter.run(wanted, index, terminal, options.showsProgress()).messages()
                : IntStream.range(0, index.messages().size());
        Map<Transport, Integer> counts = new EnumMap<>(Transport.class);
        messages.forEach(message -> counts.merge(index.messages().transport(message), 1, Integer::sum));
        return counts;
    }

    /// A row for each transport.
    private static final class Rows extends ListedRows<Map.Entry<Transport, Integer>> {

        Rows(Map<Transport, Integer> counts) {
            super(List.of(Column.text("transport"), Column.number("messages")), List.copyOf(counts.entrySet()));
        }

        @Override
        protected String[] cells(Map.Entry<Transport, Integer> count) {
            return new String[]{count.getKey().name(), count.getValue().toString()};
        }
    }
}
