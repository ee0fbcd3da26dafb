package io.sparkusher.webhook.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.vertx.core.spi.transport.Transport;

/** Another transport, with a gate at its listeners. */
final class GatedTransport implements io.vertx.core.transport.Transport, Transport {
    private final io.vertx.core.transport.Transport transport;
    private final AcceptGate gate;

    GatedTransport(io.vertx.core.transport.Transport transport, AcceptGate gate) {
        this.transport = transport;
        this.gate = gate;
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
        ChannelFactory<? extends ServerChannel> factory =
                transport.implementation().serverChannelFactory(domainSocket);
        return () -> gate.guard(factory.newChannel());
    }

    @Override
    public String name() {
        return transport.name();
    }

    @Override
    public boolean available() {
        return transport.available();
    }

    @Override
    public Throwable unavailabilityCause() {
        return transport.unavailabilityCause();
    }

    @Override
    public Transport implementation() {
        return this;
    }

    @Override
    public boolean supportFileRegion() {
        return transport.implementation().supportFileRegion();
    }

    @Override
    public IoHandlerFactory ioHandlerFactory() {
        return transport.implementation().ioHandlerFactory();
    }

    @Override
    @SuppressWarnings("deprecation")
    public DatagramChannel datagramChannel(InternetProtocolFamily family) {
        return transport.implementation().datagramChannel(family);
    }

    @Override
    public ChannelFactory<? extends DatagramChannel> datagramChannelFactory() {
        return transport.implementation().datagramChannelFactory();
    }

    @Override
    public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
        return transport.implementation().channelFactory(domainSocket);
    }
}
