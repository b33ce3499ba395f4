package net.niner.status.web.post;

import net.niner.status.web.platform.Address;
import net.niner.status.web.platform.Visitor;

/** The way from one page of a list to the next. */
public final class Pager {

    private final Address address;
    private final Visitor visitor;
    private final int total;
    private final int most;

    /**
     * @param total how many things the list has
     * @param most how many a page shows
     */
    Pager(Address address, Visitor visitor, int total, int most) {
        this.address = address;
        this.visitor = visitor;
        this.total = total;
        this.most = most;
    }

    public int getNumber() {
        return address.page();
    }

    public int getPages() {
        return Math.max(1, (total + most - 1) / most);
    }

    public int getTotal() {
        return total;
    }

    /** Null on the first page. */
    public String getNewer() {
        return getNumber() > 1 ? href(getNumber() - 1) : null;
    }

    /** Null on the last page. */
    public String getOlder() {
        return getNumber() < getPages() ? href(getNumber() + 1) : null;
    }

    /** True for a first page that is asked for by its number, or any that is asked for with more digits than it takes. */
    boolean isFirstByNumber() {
        return address.part("page")
                .filter(page -> page.equals("1") || page.startsWith("0"))
                .isPresent();
    }

    /** The path of the first page. */
    String base() {
        String path = address.path();
        if (address.part("page").isEmpty()) {
            return path;
        }
        String base = path.substring(0, path.lastIndexOf("/page/"));
        return base.isEmpty() ? "/" : base;
    }

    /** @param page numbers below 1 are the first one's */
    String at(String base, int page) {
        return page <= 1 ? base : (base.equals("/") ? "" : base) + "/page/" + page;
    }

    private String href(int page) {
        String query = address.whole().substring(address.path().length());
        return visitor.link(at(base(), page) + query);
    }
}
