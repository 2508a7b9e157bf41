/** An element with properties set and children put in; texts become text nodes, never markup. */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'className') element.className = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter(child => child !== undefined && child !== null && child !== false));
  return element;
}

export const byId = id => document.getElementById(id);

/** A colour of its own for everybody, by their id. */
export function hue(id) {
  return (Math.abs(id) * 47 + 215) % 360;
}

export function avatar(name, id, className = '') {
  const mark = el('span', { className: `avatar ${className}`, 'aria-hidden': 'true' }, initials(name));
  mark.style.setProperty('--hue', hue(id));
  return mark;
}

export function initials(name) {
  const words = name.split(/\s+/).filter(Boolean);
  return (words.length > 1 ? [words[0], words.at(-1)] : words)
    .map(word => [...word][0].toUpperCase())
    .join('');
}
