package net.niner.status.probe;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A nameserver of its own records, by UDP and by TCP, on the same free port of 127.0.0.1. */
final class TestNameserver implements AutoCloseable {

    /** Answers that are no answer. */
    static final byte[] SILENCE = null;

    final AtomicInteger heard = new AtomicInteger();
    private final DatagramSocket datagrams;
    private final LoopbackServer streams;
    private final Function<Message, byte[]> byDatagram;
    private final Function<Message, byte[]> byStream;

    TestNameserver(Function<Message, byte[]> byDatagram, Function<Message, byte[]> byStream) throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        this.byDatagram = byDatagram;
        this.byStream = byStream;
        ServerSocket listener = new ServerSocket(0, 50, loopback);
        this.streams = new LoopbackServer(listener, this::talk);
        this.datagrams = new DatagramSocket(new InetSocketAddress(loopback, listener.getLocalPort()));
        Thread thread = new Thread(this::hear);
        thread.setDaemon(true);
        thread.start();
    }

    /** Authoritative for these records, as zone files write them, and for no other name. */
    static TestNameserver of(String... zone) throws IOException {
        return new TestNameserver(query -> answer(query, zone).toWire(), query -> answer(query, zone)
                .toWire());
    }

    static Message answer(Message query, String... zone) {
        Message answer = reply(query, Rcode.NOERROR);
        boolean known = false;
        for (String line : zone) {
            Record record = record(line);
            known |= record.getName().equals(query.getQuestion().getName());
            if (record.getName().equals(query.getQuestion().getName())
                    && record.getType() == query.getQuestion().getType()) {
                answer.addRecord(record, Section.ANSWER);
            }
        }
        answer.getHeader().setRcode(known ? Rcode.NOERROR : Rcode.NXDOMAIN);
        return answer;
    }

    static Message reply(Message query, int rcode) {
        Message reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setFlag(Flags.AA);
        reply.getHeader().setRcode(rcode);
        reply.addRecord(query.getQuestion(), Section.QUESTION);
        return reply;
    }

    /** {@code www.example. A 192.0.2.1} */
    private static Record record(String line) {
        String[] parts = line.split(" ", 3);
        try {
            int type = Type.value(parts[1]);
            return Record.fromString(Name.fromString(parts[0]), type, DClass.IN, 60, parts[2], Name.root);
        } catch (IOException e) {
            throw new IllegalArgumentException(line, e);
        }
    }

    String address() {
        return "127.0.0.1:" + datagrams.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        datagrams.close();
        streams.close();
    }

    private void hear() {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        while (!datagrams.isClosed()) {
            try {
                packet.setLength(65_535);
                datagrams.receive(packet);
                heard.incrementAndGet();
                byte[] answer = byDatagram.apply(new Message(Arrays.copyOf(packet.getData(), packet.getLength())));
                if (answer != SILENCE) {
                    datagrams.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket socket) throws IOException, InterruptedException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] question = new byte[in.readUnsignedShort()];
        in.readFully(question);
        byte[] answer = byStream.apply(new Message(question));
        if (answer == SILENCE) {
            Thread.currentThread().join();
        }
        ByteArrayOutputStream framed = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(framed);
        out.writeShort(answer.length);
        out.write(answer);
        socket.getOutputStream().write(framed.toByteArray());
    }
}
