package net.niner.status.web.platform.faces;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.niner.status.platform.Page;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;

/**
 * The rows of a table that come a page at a time. What to filter by is the page bean's business; a column names by its {@code field} the constant that it is
 * sorted by.
 *
 * @param <T> a row
 * @param <S> by what the rows can be sorted
 */
public class Lines<T, S extends Enum<S>> extends LazyDataModel<T> {

    private static final long serialVersionUID = 1;

    /** Fetches rows. */
    @FunctionalInterface
    public interface Source<T, S> extends Serializable {

        Page<T> page(S sort, boolean ascending, int first, int most);
    }

    /** Names a row. */
    @FunctionalInterface
    public interface Key<T> extends Function<T, Object>, Serializable {}

    private final S usual;
    private final Source<T, S> source;
    private final Key<T> key;
    private S sort;
    private boolean ascending = true;

    /** @param usual what rows are sorted by until the reader chooses a column */
    public Lines(S usual, Source<T, S> source, Key<T> key) {
        this.usual = usual;
        this.sort = usual;
        this.source = source;
        this.key = key;
    }

    @Override
    public int count(Map<String, FilterMeta> filterBy) {
        return source.page(usual, true, 0, 0).total();
    }

    @Override
    public List<T> load(int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
        Optional<SortMeta> chosen =
                sortBy.values().stream().filter(SortMeta::isActive).findFirst();
        sort = chosen.map(meta -> Enum.valueOf(usual.getDeclaringClass(), meta.getField()))
                .orElse(usual);
        ascending = chosen.map(meta -> meta.getOrder() != SortOrder.DESCENDING).orElse(true);
        return source.page(sort, ascending, first, pageSize).rows();
    }

    public boolean isSortedBy(S wanted) {
        return ascending && sort == wanted;
    }

    @Override
    public String getRowKey(T row) {
        return String.valueOf(key.apply(row));
    }

    @Override
    public T getRowData(String rowKey) {
        List<T> shown = getWrappedData();
        return shown == null
                ? null
                : shown.stream()
                        .filter(row -> getRowKey(row).equals(rowKey))
                        .findFirst()
                        .orElse(null);
    }
}
