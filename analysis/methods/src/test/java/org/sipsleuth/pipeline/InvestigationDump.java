package org.sipsleuth.pipeline;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;

/// Everything that findings and incidents hold, as text: equal to the bit is an equal text.
public final class InvestigationDump {

    private InvestigationDump() {}

    /// All of a value: the components of records, the elements of lists, what suppliers supply.
    public static String of(Object value, SipIndex index) {
        return switch (value) {
            case Evidence evidence -> Arrays.toString(evidence.messages(index))
                    + Arrays.toString(evidence.dialogs(index)) + evidence.users();
            case Supplier<?> supplier -> of(supplier.get(), index);
            case Optional<?> optional -> optional.map(its -> of(its, index)).orElse("-");
            case Collection<?> all -> all.stream().map(its -> of(its, index)).collect(Collectors.joining("\n"));
            case Double number -> Long.toHexString(Double.doubleToRawLongBits(number));
            case Record record -> Arrays.stream(record.getClass().getRecordComponents())
                    .map(its -> its.getName() + "=" + of(read(record, its), index))
                    .collect(Collectors.joining(";", record.getClass().getSimpleName() + "{", "}"));
            default -> value.toString();
        };
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
