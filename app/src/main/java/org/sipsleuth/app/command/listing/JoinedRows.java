package org.sipsleuth.app.command.listing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;

/// Several listings with the same columns, one after the other.
public final class JoinedRows implements Listing {

    private final List<Listing> parts;

    private JoinedRows(List<Listing> parts) {
        this.parts = List.copyOf(parts);
    }

    /// The rows of these.
    ///
    /// @param parts one at least
    public static Listing of(List<? extends Listing> parts) {
        return parts.size() == 1 ? parts.getFirst() : new JoinedRows(List.copyOf(parts));
    }

    @Override
    public List<Column> columns() {
        return parts.getFirst().columns();
    }

    @Override
    public Map<String, Long> leftOut() {
        Map<String, Long> sums = new LinkedHashMap<>();
        for (Listing part : parts) {
            part.leftOut().forEach((reason, count) -> sums.merge(reason, count, Long::sum));
        }
        return sums;
    }

    @Override
    public int size() {
        return parts.stream().mapToInt(Listing::size).sum();
    }

    @Override
    public String[] row(int row) {
        return at(row, Listing::row);
    }

    @Override
    public String cell(int row, int column) {
        return at(row, (part, place) -> part.cell(place, column));
    }

    private <T> T at(int row, BiFunction<Listing, Integer, T> read) {
        int place = row;
        for (Listing part : parts) {
            int size = part.size();
            if (place < size) {
                return read.apply(part, place);
            }
            place -= size;
        }
        throw new IndexOutOfBoundsException(row);
    }
}
