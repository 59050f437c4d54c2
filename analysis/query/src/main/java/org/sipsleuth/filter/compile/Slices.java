package org.sipsleuth.filter.compile;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Value;
import org.sipsleuth.filter.field.Value.Octets;
import org.sipsleuth.filter.field.Values;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.filter.syntax.Operand.Slice;
import org.sipsleuth.filter.syntax.SliceRange;

/// Compiles slices: some bytes of each value, one after the other. A value too short for one of the
/// ranges has no slice.
final class Slices {

    private Slices() {}

    static Source compile(Slice slice, Source of) throws FilterSyntaxException {
        if (!of.kind().isOctets() && !of.kind().isAddress()) {
            throw new FilterSyntaxException("this is " + of.kind().text() + ", which has no bytes to slice",
                    slice.of().place());
        }
        List<SliceRange> ranges = slice.ranges();
        Source.Reading reading = (context, values) -> {
            for (Value value : of.values(context).list()) {
                if (value instanceof Octets octets) {
                    add(octets, ranges, values);
                }
            }
        };
        if (of.isConstant()) {
            Values constants = new Values();
            for (Value value : of.constants().list()) {
                if (value instanceof Octets octets) {
                    add(octets, ranges, constants);
                }
            }
            if (constants.isEmpty()) {
                throw new FilterSyntaxException("the slice is outside the value", slice.place());
            }
            return new Source(FieldKind.BYTES, List.of(), constants, false);
        }
        return new Source(FieldKind.BYTES, List.of(new Source.Part(Source.basis(List.of(of)), reading, null)),
                new Values(), false);
    }

    private static void add(Octets octets, List<SliceRange> ranges, Values values) {
        if (ranges.size() == 1) {
            Octets piece = piece(octets, ranges.getFirst());
            if (piece.length() > 0) {
                values.add(piece);
            }
            return;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (SliceRange range : ranges) {
            Octets piece = piece(octets, range);
            if (piece.length() == 0) {
                return;
            }
            all.write(piece.array(), piece.from(), piece.length());
        }
        byte[] joined = all.toByteArray();
        values.octets(joined, 0, joined.length);
    }

    /// The bytes of a range; none if the value is too short.
    private static Octets piece(Octets octets, SliceRange range) {
        int length = octets.length();
        int from = range.from() < 0 ? length + range.from() : range.from();
        int to = switch (range.extent()) {
            case LENGTH -> from + range.until();
            case LAST -> (range.until() < 0 ? length + range.until() : range.until()) + 1;
            case REST -> length;
        };
        boolean fits = from >= 0 && from < to && to <= length;
        int begin = octets.from() + (fits ? from : 0);
        return new Octets(octets.array(), begin, fits ? octets.from() + to : begin);
    }
}
