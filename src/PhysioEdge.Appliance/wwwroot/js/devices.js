/** How far the box is with a wearable, in words. */
export const LINK_STATES = {
  searching: 'searching …',
  connecting: 'connecting …',
  resolving: 'connected, getting to know it …',
  subscribing: 'connected, asking it to send …',
  streaming: 'streaming',
  backoff: 'lost, tried again soon',
  no_adapter: 'no Bluetooth adapter',
  no_bluetooth: 'Bluetooth is not there',
  switched_off: 'switched off',
};

export const isStreaming = device => device.state === 'streaming';

export const nameOf = device => device.role === 'insole' ? `Insole ${device.side}` : 'Heart rate sensor';
